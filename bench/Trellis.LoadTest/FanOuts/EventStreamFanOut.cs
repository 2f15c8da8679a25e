using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Trellis.LoadTest.FanOuts;

/// <summary>Akshi's AG-UI stream: everybody reads it, and a finding that is posted changes the state that it tells of.</summary>
internal sealed class EventStreamFanOut : IFanOut
{
    private readonly RuntimeServer _server;
    private readonly HttpClient _http;

    private EventStreamFanOut(RuntimeServer server)
    {
        _server = server;
        _http = new HttpClient { BaseAddress = server.Url, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
    }

    /// <inheritdoc/>
    public string Name => "state change after a durable finding, server-sent events";

    public static async Task<EventStreamFanOut> StartAsync() => new(await RuntimeServer.StartAsync());

    /// <inheritdoc/>
    public async Task<IListener> ListenAsync()
    {
        var stream = await _http.GetStreamAsync("/api/v1/agui/events");
        var listener = new Listener(new StreamReader(stream, Encoding.UTF8));
        await listener.WaitForAsync("event: STATE_SNAPSHOT");
        return listener;
    }

    /// <inheritdoc/>
    public async Task PublishAsync()
    {
        using var body = new StringContent("""{"source":"bench","severity":"info","summary":"hello"}""", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync("/api/v1/findings", body);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private sealed class Listener(StreamReader reader) : IListener
    {
        public async Task<long> NextAsync()
        {
            await WaitForAsync("event: STATE_DELTA");
            return Stopwatch.GetTimestamp();
        }

        public async Task WaitForAsync(string line)
        {
            while (await reader.ReadLineAsync() is { } read)
            {
                if (read == line)
                    return;
            }

            throw new InvalidOperationException("The server closed the stream.");
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
