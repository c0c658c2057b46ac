import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Verified where there is no such person, so that the answer takes as long as for one.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$tQSfUMXHSMV0uwlBK3pJ2Q$XoIRmiK/rifIpi5Gvha55qaxeVv2NsTGnUMom7Ovz9g';

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password is the one behind the hash; false, in the same time, when there is no hash. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? NOBODY, password);
  return fits && passwordHash !== null;
}
