declare module '*?raw' {
  const text: string;
  export default text;
}
declare module '*.mdx' {
  const page: (props: object) => unknown;
  export default page;
}
declare module '*.css';
