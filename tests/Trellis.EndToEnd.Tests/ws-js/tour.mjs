// Does with the unmodified ws package what the realtime clients of the platform do, and prints what came of it as one JSON object.
// Reads REALTIME_URL and AEROSTACK_API_KEY.
import WebSocket from 'ws';

const url = process.env.REALTIME_URL;
const key = process.env.AEROSTACK_API_KEY;

function connect(subprotocols) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, subprotocols);
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

function next(socket, type) {
  return new Promise((resolve, reject) => {
    socket.on('message', data => {
      const frame = JSON.parse(data);
      if (frame.type === type) resolve(frame);
    });
    socket.once('close', code => reject(new Error(`closed with ${code} before a frame of type ${type}`)));
  });
}

async function refusal(subprotocols) {
  try {
    (await connect(subprotocols)).terminate();
    return null;
  } catch (error) {
    return error.message;
  }
}

const listener = await connect([`aerostack-key.${key}`, 'aerostack-v1']);
const subscribed = next(listener, 'subscribed');
listener.send(JSON.stringify({ type: 'subscribe', topic: 'table/todos', filter: null }));
const { topic } = await subscribed;

const sender = await connect([`aerostack-key.${key}`]);
const event = next(listener, 'event');
const ack = next(sender, 'ack');
sender.send(JSON.stringify({ type: 'publish', topic, event: 'msg', data: { x: 2 }, persist: true, id: 'n1' }));

const pong = next(listener, 'pong');
listener.send(JSON.stringify({ type: 'ping' }));

const seen = { selected: [listener.protocol, sender.protocol === `aerostack-key.${key}`], topic, event: await event, ack: await ack, pong: await pong };
seen.unknownKey = await refusal(['aerostack-key.ac_secret_1', 'aerostack-v1']);

const closed = new Promise(resolve => listener.once('close', resolve));
listener.close(1000);
seen.closedWith = await closed;
sender.terminate();
console.log(JSON.stringify(seen));
