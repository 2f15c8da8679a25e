using System.Globalization;
using System.Web;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Follow;

/// <summary>
/// A runtime's log or findings, counted from 1, in either of the two ways in which servers read <c>since</c>. After each answer it plays the
/// next step of its script, as if other things had happened meanwhile. Safe for one request at a time.
/// </summary>
internal sealed class SequenceServer(bool isInclusive, string member, int mostPerPage = 1000)
{
    private readonly List<(long Seq, string Text)> _items = [];
    private readonly Queue<Action> _script = new();
    private long _head;

    /// <summary>What every item ever said, in order.</summary>
    public List<string> Everything { get; } = [];

    /// <summary>What <c>next_seq</c> is on an empty page; the contract's server says the place after the last item.</summary>
    public Func<long, long> NextOnEmpty { get; init; } = head => head + 1;

    public int Requests { get; private set; }

    public void Add(params string[] texts)
    {
        foreach (var text in texts)
        {
            _items.Add((++_head, text));
            Everything.Add(text);
        }
    }

    public void Reset()
    {
        _items.Clear();
        _head = 0;
    }

    /// <summary>Forgets the oldest items, as a bounded log does.</summary>
    public void Forget(int count) => _items.RemoveRange(0, Math.Min(count, _items.Count));

    public SequenceServer Then(Action step)
    {
        _script.Enqueue(step);
        return this;
    }

    public StubAnswer Answer(RecordedRequest request)
    {
        Requests++;
        var query = HttpUtility.ParseQueryString(request.Uri.Query);
        var since = long.Parse(query["since"] ?? "0", CultureInfo.InvariantCulture);
        var limit = Math.Min(mostPerPage, int.Parse(query["limit"] ?? "100", CultureInfo.InvariantCulture));
        var page = _items.Where(item => isInclusive ? item.Seq >= since : item.Seq > since).Take(limit).ToList();
        var next = page.Count > 0 ? page[^1].Seq + 1 : NextOnEmpty(_head);
        var items = page.Select(item => $$"""{"seq":{{item.Seq}},"message":"{{item.Text}}","summary":"{{item.Text}}"}""");
        if (_script.TryDequeue(out var step))
        {
            step();
        }

        return StubAnswer.Json($$"""{"next_seq":{{next}},"{{member}}":[{{string.Join(',', items)}}]}""");
    }
}
