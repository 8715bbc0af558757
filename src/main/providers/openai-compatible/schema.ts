import { z } from "zod";

/**
 * A reply of the chat completions that many servers speak (llama.cpp, Ollama, vLLM, OpenAI); other
 * fields may come and go.
 */
export const chatCompletion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ prompt_tokens: z.int(), completion_tokens: z.int() }).nullish(),
});
export type ChatCompletion = z.infer<typeof chatCompletion>;
