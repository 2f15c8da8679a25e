namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>What the clients know of one key: what was acknowledged, and what they do not know the outcome of.</summary>
internal sealed class LedgerKey(string alias)
{
    public const string Prefix = "key-";

    private int _asked;
    private int _answered;

    public string Alias => alias;

    /// <summary>The key; null until its making was acknowledged.</summary>
    public Secret? Value { get; set; }

    public bool RevocationIsAsked { get; set; }

    public bool RevocationIsAcknowledged { get; set; }

    /// <summary>The models of the last acknowledged change.</summary>
    public IReadOnlyList<string> Models { get; set; } = [];

    /// <summary>The models of a change that was asked for and not acknowledged.</summary>
    public IReadOnlyList<string>? PendingModels { get; set; }

    /// <summary>What the key had spent when that was last looked at, in chats.</summary>
    public long ChatsBefore { get; private set; }

    /// <summary>The fewest chats that must be on the bill.</summary>
    public long FewestChats => ChatsBefore + Volatile.Read(ref _answered);

    /// <summary>The most chats that may be on the bill.</summary>
    public long MostChats => ChatsBefore + Volatile.Read(ref _asked);

    public bool IsLive => Value is not null && !RevocationIsAsked;

    public void Ask() => Interlocked.Increment(ref _asked);

    public void Answer() => Interlocked.Increment(ref _answered);

    /// <summary>Takes what the server says for the truth, once it has been compared.</summary>
    public void Settle(IReadOnlyList<string> models, long chats)
    {
        (Models, PendingModels) = (models, null);
        (ChatsBefore, _asked, _answered) = (chats, 0, 0);
    }
}
