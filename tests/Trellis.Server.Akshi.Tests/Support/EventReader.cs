namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>Reads an event stream frame by frame, and knows nothing of the code that wrote it.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage response, StreamReader lines) => (Response, _lines) = (response, lines);

    public HttpResponseMessage Response { get; }

    /// <summary>The frame that the stream began with.</summary>
    public ReceivedEvent First { get; private set; } = null!;

    public static async Task<EventReader> OpenAsync(HttpResponseMessage response)
    {
        ((int)response.StatusCode).ShouldBe(200);
        var reader = new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(AkshiServer.Cancellation)));
        reader.First = (await reader.NextFrameAsync())!;
        return reader;
    }

    /// <summary>The next frame; null at the end of the stream.</summary>
    public async Task<ReceivedEvent?> NextFrameAsync()
    {
        var frame = new ReceivedEvent(null, null, null, null, null);
        while (await _lines.ReadLineAsync(AkshiServer.Cancellation) is { } line)
        {
            if (line.Length == 0)
                return frame;

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(colon + 1)..].TrimStart();
            frame = line[..colon] switch
            {
                "" => frame with { Comment = value },
                "id" => frame with { Id = value },
                "event" => frame with { Name = value },
                "data" => frame with { Data = value },
                "retry" => frame with { Retry = value },
                _ => throw new InvalidDataException(line),
            };
        }

        return null;
    }

    /// <summary>The next frame, which must be an event of this name.</summary>
    public async Task<ReceivedEvent> NextAsync(string name)
    {
        var frame = (await NextFrameAsync()).ShouldNotBeNull();
        frame.Name.ShouldBe(name, frame.ToString());
        return frame;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        Response.Dispose();
        return default;
    }
}
