// Chats with the unmodified openai package through an Aerostack gateway, and prints what came of it as one JSON object.
// Reads OPENAI_BASE_URL and OPENAI_API_KEY, as the package itself does, and one more key: EMPTY_KEY.
import OpenAI from 'openai';

const model = 'trellis-echo';
const messages = [{ role: 'user', content: 'How are you?' }];
const client = new OpenAI();

const plain = await client.chat.completions.create({ model, messages });

const streamed = { content: '', chunks: 0, finishReason: null, usage: null };
for await (const chunk of await client.chat.completions.create({ model, messages, stream: true, stream_options: { include_usage: true } })) {
  streamed.chunks += 1;
  streamed.content += chunk.choices[0]?.delta?.content ?? '';
  streamed.finishReason = chunk.choices[0]?.finish_reason ?? streamed.finishReason;
  streamed.usage = chunk.usage ?? streamed.usage;
}

async function refusal(apiKey) {
  try {
    await new OpenAI({ apiKey, maxRetries: 0 }).chat.completions.create({ model, messages });
    return null;
  } catch (error) {
    return { name: error.constructor.name, status: error.status, message: error.message };
  }
}

console.log(JSON.stringify({
  plain: { content: plain.choices[0].message.content, finishReason: plain.choices[0].finish_reason, object: plain.object, usage: plain.usage },
  streamed,
  unknownKey: await refusal('ask_live_unknown'),
  emptyWallet: await refusal(process.env.EMPTY_KEY),
}));
