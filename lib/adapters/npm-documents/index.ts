export { classifyFile } from './classify-file.ts';
export { packageInfo, readDocument, type PackageInfo } from './read.ts';
