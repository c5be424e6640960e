/** The app is a folder of static files: no server of our own, any host that answers Range requests will do. */
const config = {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  images: { unoptimized: true },
  poweredByHeader: false,
};

export default config;
