/** The app is a folder of static files: no server of our own, any host that answers Range requests will do. */
const config = {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  images: { unoptimized: true },
  poweredByHeader: false,
  // `npm test` and `npm run check` check types, of everything; a user's build need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
