import { z } from "zod";

/** A reply of Anthropic's Messages API, version 2023-06-01; other fields may come and go. */
export const anthropicMessage = z.object({
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  usage: z.object({ input_tokens: z.int(), output_tokens: z.int() }).nullish(),
});
export type AnthropicMessage = z.infer<typeof anthropicMessage>;
