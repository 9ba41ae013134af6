export const exportCommunity = async () => ({});
export const exportDirectory = async () => ({});
export const exportPractices = async () => ({});
