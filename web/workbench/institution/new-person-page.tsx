export const NewPersonPage = () => null
