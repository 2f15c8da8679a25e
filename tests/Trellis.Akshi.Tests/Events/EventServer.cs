using System.Globalization;
using System.Text;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Events;

/// <summary>
/// A stream of events that replays what came after <c>Last-Event-ID</c>, as the contract's server does. Each of its connections is cut after
/// as many bytes as <paramref name="cut"/> says of its number, from 0; one that is not cut ends.
/// </summary>
internal sealed class EventServer(IReadOnlyList<string> frames, Func<int, int?> cut)
{
    private int _connections;

    public List<string?> LastIds { get; } = [];

    public StubAnswer Answer(RecordedRequest request)
    {
        var lastId = request.Header("Last-Event-ID");
        LastIds.Add(lastId);
        var known = lastId is null ? 0 : int.Parse(lastId, CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetBytes($"retry: 3000\n: hello\n\n{string.Concat(frames.Skip(known))}");
        var answer = StubAnswer.Bytes(body, "text/event-stream; charset=utf-8");
        return cut(_connections++) is { } bytes && bytes < body.Length ? answer.CutAfter(bytes) : answer;
    }
}
