import { describe, expect, it } from 'vitest';
import { brief, detected, readAll, readOne } from '../chat/testing.ts';
import { adp } from './adp.ts';

const PIXEL = 'iVBORw0KGgoAAAA';
const RECORD = {
  id: 'run-1',
  content: [
    { class_: 'text_observation', content: 'Find the price', name: null, source: 'user' },
    { class_: 'web_observation', html: '<p>0</p>', axtree: '', url: 'http://shop.example', image_observation: null },
    { class_: 'api_action', function: 'click', kwargs: { bid: '"7"' }, description: 'I click.' },
    { class_: 'text_observation', content: 'clicked', name: null, source: 'user' },
    {
      class_: 'web_observation',
      html: '<p>1</p>',
      axtree: '[1] p',
      url: 'http://shop.example/1',
      image_observation: {
        class_: 'image_observation',
        content: PIXEL,
        annotations: [{ text: 'p' }],
        source: 'environment',
      },
      viewport_size: [800, 600],
    },
    { class_: 'code_action', language: 'python', content: 'print(1)', description: null },
    { class_: 'image_observation', content: 'shots/1.png', annotations: [], source: 'environment' },
    { class_: 'message_action', content: 'It is 1.', description: 'Seen on the page.' },
    { class_: 'text_observation', content: 'Thanks', name: null, source: 'user' },
  ],
  details: { resolved: 'True', model_name: 'm', tools: '[{"type":"function","function":{"name":"click"}}]', cost: '3' },
};

describe('adp', () => {
  const run = readOne(adp, RECORD);

  it('lets what is observed after a call answer it, and nothing else', () => {
    expect(brief(run.steps)).toEqual([
      ['user', 'Find the price'],
      ['user', null],
      ['assistant', 'I click.', 'click {"bid":"\\"7\\""}'],
      ['tool', 'clicked', 'adjacent 2.0'],
      ['tool', null, 'adjacent 2.0'],
      ['assistant', null, 'python print(1)'],
      ['tool', null, 'adjacent 5.0'],
      ['assistant', 'It is 1.'],
      ['user', 'Thanks'],
    ]);
    expect(run.steps[7]!.reasoning).toBe('Seen on the page.');
    expect(run.steps[5]!.calls[0]!.syntax).toBe('code');
  });

  it('keeps pages and images apart', () => {
    expect(run.steps[1]!.attachments).toEqual([
      { name: 'html', media_type: 'text/html', encoding: 'text', content: '<p>0</p>' },
    ]);
    expect(run.steps[4]!.attachments.map(({ name, media_type, encoding }) => [name, media_type, encoding])).toEqual([
      ['html', 'text/html', 'text'],
      ['axtree', 'text/plain', 'text'],
      ['image_observation', 'image/png', 'base64'],
    ]);
    expect(JSON.parse(run.steps[4]!.parts!)).toEqual([
      { type: 'page', url: 'http://shop.example/1', viewport_size: [800, 600] },
      { type: 'image_url', attachment: 'image_observation', annotations: [{ text: 'p' }] },
    ]);
    expect(run.steps[6]!.parts).toBe('[{"type":"image_url","image_url":{"url":"shots/1.png"}}]');
  });

  it('takes outcome, model and tools from details, whose values are text', () => {
    expect(run).toMatchObject({ record_id: 'run-1', outcome: 'success', model: 'm' });
    expect(run.tools!.map(({ name }) => name)).toEqual(['click']);
    expect(JSON.parse(run.metadata!)).toEqual({ resolved: 'True', cost: '3' });
  });

  it('is recognised by its classes, and rejects what has no content', () => {
    expect(detected('json-list', RECORD)).toBe('adp');
    const { rejects } = readAll(adp, { position: '/0', value: { id: 'x' }, raw: '{"id":"x"}' });
    expect(rejects.map(({ reason }) => reason)).toEqual(['not-of-format']);
  });

  it('takes arguments from the text that they were read from', () => {
    const raw = '{"id":"a","content":[{"class_":"api_action","function":"f","kwargs":{"n": 1.0},"description":null}]}';
    const { trajectories } = readAll(adp, { position: '', value: JSON.parse(raw), raw });
    expect(trajectories[0]!.steps[0]!.calls[0]!.arguments).toBe('{"n": 1.0}');
  });
});
