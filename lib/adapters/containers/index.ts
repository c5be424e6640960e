export { bytesReader, chunksOf, type ByteReader } from './bytes.ts';
export { entryMember, membersOf, wholeOf, type Member } from './members.ts';
export { openRecords, type StreamedContainer } from './open-records.ts';
export { readParquet } from './parquet.ts';
export { readContainer } from './read-container.ts';
export { excerptOf, type RecordHandler, type RecordStream } from './record-stream.ts';
export { sampleOf, type Sample } from './sample.ts';
export { sniffContainer, sniffPacking, type Packing } from './sniff.ts';
export type { ZipEntry } from './zip.ts';
