/** The frameworks that a plan can be exported to, in the order in which a menu lists them. */
import { axolotl } from './axolotl.ts';
import { huggingFace } from './hugging-face.ts';
import { plainJson } from './json.ts';
import { megatron } from './megatron.ts';
import { mosaicml } from './mosaicml.ts';
import { nanotron } from './nanotron.ts';
import type { Recipe } from './recipe.ts';

export { SAMPLE, sampleCommand, type Recipe, type RecipeInput } from './recipe.ts';

export const RECIPES: readonly Recipe[] = [huggingFace, megatron, nanotron, axolotl, mosaicml, plainJson];
