/** Text of a file, as tests import it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
