/** The address of an island as browsers ask for it (build.ts). */
declare module '*?island' {
  const address: string;
  export default address;
}
