/** The style of every sign-in page; its hash stands in their policy. */
export const pageStyle = `
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #242424; background: #f0f0f0; }
  main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: #fff; border: 1px solid #d1d1d1; }
  h1 { font-size: 1.4rem; margin: 0 0 1rem; }
  button { font: inherit; padding: .5rem 1rem; border: 1px solid #616161; background: #fff; color: inherit; cursor: pointer; }
  button:focus-visible { outline: 3px solid #0f6cbd; outline-offset: 2px; }
  .primary { background: #0f548c; border-color: #0f548c; color: #fff; }
  .account { display: block; width: 100%; margin: 0 0 .5rem; text-align: left; }
  .account span { display: block; color: #424242; font-size: .875rem; }
  .actions { display: flex; justify-content: flex-end; gap: .5rem; margin-top: 1.5rem; }
`;
