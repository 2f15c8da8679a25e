using Trellis.Server.Askii.Requests;

namespace Trellis.Server.Askii.Keys;

/// <summary>The body of <c>provision-key</c>, with <c>max_budget</c> as this server's one addition to the contract.</summary>
internal sealed class ProvisionKeyRequest : PlatformRequest
{
    private const int ShortestDuration = 1;
    private const int LongestDuration = 365;
    private const int LongestAlias = 255;

    private static readonly FieldTable Table = new(
        "key_alias", "duration_days", "memory_enabled", "memory_mode", "models", "default_model", "max_budget");

    /// <summary>The user's own name for the key; null for none.</summary>
    public string? KeyAlias { get; private set; }

    /// <summary>How long the key lasts, in days.</summary>
    public int DurationDays { get; private set; } = 90;

    /// <summary>Whether memory is asked for.</summary>
    public bool MemoryEnabled { get; private set; }

    /// <summary>The kind of memory; null for none in particular.</summary>
    public string? MemoryMode { get; private set; }

    /// <summary>The models that the key shall open; null and none at all mean every model.</summary>
    public IReadOnlyList<string>? Models { get; private set; }

    /// <summary>The model of chats that name none.</summary>
    public string? DefaultModel { get; private set; }

    /// <summary>The most that the key may spend, in US dollars; null for no limit.</summary>
    public decimal? MaxBudget { get; private set; }

    /// <inheritdoc/>
    protected override FieldTable Fields => Table;

    /// <inheritdoc/>
    protected override void ReadField(string name, ref BodyReader body)
    {
        switch (name)
        {
            case "key_alias":
                KeyAlias = ReadAlias(ref body);
                break;
            case "duration_days":
                DurationDays = body.Integer(ShortestDuration, LongestDuration);
                break;
            case "memory_enabled":
                MemoryEnabled = body.Boolean();
                break;
            case "memory_mode":
                MemoryMode = body.NullableWord(MemoryModes.Wire);
                break;
            case "models":
                Models = body.NullableTextList();
                break;
            case "default_model":
                DefaultModel = body.NullableText();
                break;
            case "max_budget":
                MaxBudget = body.NullableNumber(0, Money.LargestBudget);
                break;
        }
    }

    private static string? ReadAlias(ref BodyReader body)
    {
        if (body.NullableText() is not { Length: > 0 } alias)
            return null;

        if (alias.Length > LongestAlias)
            body.Errors.Add("key_alias", $"String should have at most {LongestAlias} characters", "string_too_long");
        else if (KeyPrefix.Starts(alias))
            body.Errors.Add("key_alias", "An alias does not start with 'sk-': that is how keys and their names look", "value_error");

        return alias;
    }
}
