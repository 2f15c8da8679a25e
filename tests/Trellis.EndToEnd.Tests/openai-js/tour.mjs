// Does with the unmodified openai package what its users do, and prints what came of it as one JSON object.
// Reads OPENAI_BASE_URL and OPENAI_API_KEY, as the package itself does, and two more keys: REVOKED_KEY and POOR_KEY.
import OpenAI from 'openai';

const model = 'trellis-echo';
const messages = [{ role: 'user', content: 'How are you?' }];
const client = new OpenAI();

async function stream(options) {
  const seen = { content: '', chunks: 0, finishReason: null, usage: null };
  for await (const chunk of await client.chat.completions.create({ model, messages, stream: true, ...options })) {
    seen.chunks += 1;
    seen.content += chunk.choices[0]?.delta?.content ?? '';
    seen.finishReason = chunk.choices[0]?.finish_reason ?? seen.finishReason;
    seen.usage = chunk.usage ?? seen.usage;
  }
  return seen;
}

async function refusal(apiKey, body) {
  try {
    await new OpenAI({ apiKey }).chat.completions.create({ model, messages, ...body });
    return null;
  } catch (error) {
    return { name: error.constructor.name, status: error.status, code: error.code, type: error.type, requestId: error.requestID };
  }
}

const models = [];
for await (const each of await client.models.list()) models.push(each.id);

const plain = await client.chat.completions.create({ model, messages });

console.log(JSON.stringify({
  models,
  plain: {
    content: plain.choices[0].message.content,
    role: plain.choices[0].message.role,
    finishReason: plain.choices[0].finish_reason,
    model: plain.model,
    object: plain.object,
    usage: plain.usage,
  },
  streamed: await stream({}),
  streamedWithUsage: await stream({ stream_options: { include_usage: true } }),
  revoked: await refusal(process.env.REVOKED_KEY, {}),
  unknownModel: await refusal(client.apiKey, { model: 'no-such-model' }),
  badRequest: await refusal(client.apiKey, { messages: 'not a list' }),
  overBudget: await refusal(process.env.POOR_KEY, {}),
}));
