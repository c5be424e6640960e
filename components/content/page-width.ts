/** Width and margins of every record's page. */
export const PAGE = 'mx-auto w-full max-w-[90rem] px-3 pb-16 sm:px-5';
