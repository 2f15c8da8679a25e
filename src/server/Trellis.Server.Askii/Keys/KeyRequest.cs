using Trellis.Server.Askii.Requests;

namespace Trellis.Server.Askii.Keys;

/// <summary>The body of <c>revoke-key</c> and <c>get-key-config</c>. It may hold a key, so it prints nothing of itself.</summary>
internal class KeyRequest : PlatformRequest
{
    private static readonly FieldTable Table = new("key");

    private bool _hasKey;

    /// <summary>The key, its name or its alias.</summary>
    public string Key { get; private set; } = "";

    /// <inheritdoc/>
    protected override FieldTable Fields => Table;

    /// <inheritdoc/>
    protected override void ReadField(string name, ref BodyReader body)
    {
        _hasKey = true;
        Key = body.Text() ?? "";
    }

    /// <inheritdoc/>
    protected override void Complete(FieldErrors errors)
    {
        if (!_hasKey)
            errors.AddMissing("key");
    }
}
