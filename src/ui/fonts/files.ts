/* Written by scripts/build-fonts.ts. */
/** Addresses of the web fonts, by script and weight. */
export const fontFiles = {
  latin: {
    400: '/fonts/readex-pro-latin-400.99457bc5.woff2',
    600: '/fonts/readex-pro-latin-600.b9b72643.woff2',
  },
  arabic: {
    400: '/fonts/readex-pro-arabic-400.df1e2294.woff2',
    600: '/fonts/readex-pro-arabic-600.ae5b4306.woff2',
  },
  figures: { 400: '/fonts/readex-pro-figures-400.f0281037.woff2' },
} as const;
