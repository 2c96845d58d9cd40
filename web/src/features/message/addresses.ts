import { API } from '@/shared/api/request';

/** Where the parts of a message are; for links and frames, which carry the session by themselves. */
export const addresses = {
  render: (id: string, as: 'html' | 'text', language: string) => `${API}/messages/${id}/render?as=${as}&lang=${language}`,
  raw: (id: string) => `${API}/messages/${id}/raw`,
  attachment: (id: string, number: number) => `${API}/messages/${id}/attachments/${number}`,
  sighting: (id: string, sighting: string) => `${API}/messages/${id}/sightings/${sighting}/raw`,
};
