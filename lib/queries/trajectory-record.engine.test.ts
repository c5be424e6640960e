import { beforeAll, describe, expect, it } from 'vitest';
import { openMini, runMini, writeMiniCorpus, editManifest, type RunMini } from '../testing/mini-corpus.ts';
import { blobs, trajectoryRecords } from '../testing/mini-records.ts';
import { trajectorySteps } from './trajectories.ts';
import { trajectoryBlob, trajectoryRaw, trajectoryRecord } from './trajectory-record.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

describe('the record of a trajectory', () => {
  it('comes without its raw text, which is read by itself', async () => {
    const { raw, ...head } = trajectoryRecords[1]!;
    expect(await run(trajectoryRecord('trees:solve-1'))).toEqual([head]);
    expect(await run(trajectoryRaw('trees:solve-1'))).toEqual([{ raw_format: 'json', raw }]);
  });

  it('is none where the id is unknown, or was stored without one', async () => {
    expect(await run(trajectoryRecord('examples:pay-1'))).toEqual([]);
    expect(await run(trajectoryRaw("x' OR true --"))).toEqual([]);
  });

  it('is none in a corpus that was built before records were kept', async () => {
    const files = await writeMiniCorpus();
    editManifest(files, (manifest) => {
      delete manifest.tables.trajectory_records;
      delete manifest.tables.blobs;
    });
    const { engine, corpus } = await openMini(files);
    expect(await engine.run(corpus, trajectoryRecord('trees:solve-1'))).toEqual([]);
    expect(await engine.run(corpus, trajectoryBlob('a'.repeat(64)))).toEqual([]);
  });
});

describe('a large text of a step', () => {
  it('is read by its id', async () => {
    const step = (await run(trajectorySteps('trees:solve-1'))).find(({ attachments }) => attachments.length > 0);
    expect(await run(trajectoryBlob(step!.attachments[0]!.blob_id))).toEqual([blobs[0]]);
    expect(await run(trajectoryBlob('f'.repeat(64)))).toEqual([blobs[1]]);
    expect(await run(trajectoryBlob(''))).toEqual([]);
  });
});

describe('steps of a tree', () => {
  it('come with their parents, path and findings', async () => {
    const steps = await run(trajectorySteps('trees:solve-1'));
    expect(steps.map((step) => [step.parent_step, step.on_answer_path, step.findings.length])).toEqual([
      [null, true, 0],
      [0, false, 1],
      [0, true, 0],
      [2, true, 1],
    ]);
  });
});
