export const ChangePersonPage = () => null
