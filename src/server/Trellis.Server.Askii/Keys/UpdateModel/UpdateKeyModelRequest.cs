using Trellis.Server.Askii.Requests;

namespace Trellis.Server.Askii.Keys;

/// <summary>The body of <c>update-key-model</c>.</summary>
internal sealed class UpdateKeyModelRequest : KeyRequest
{
    private static readonly FieldTable Table = new("key", "models", "default_model");

    private bool _hasModels;

    /// <summary>The models that the key shall open; none at all means every model.</summary>
    public IReadOnlyList<string> Models { get; private set; } = [];

    /// <summary>The model of chats that name none; null to keep the one that is set, if the key still opens it.</summary>
    public string? DefaultModel { get; private set; }

    /// <inheritdoc/>
    protected override FieldTable Fields => Table;

    /// <inheritdoc/>
    protected override void ReadField(string name, ref BodyReader body)
    {
        switch (name)
        {
            case "models":
                _hasModels = true;
                Models = body.TextList() ?? [];
                break;
            case "default_model":
                DefaultModel = body.NullableText();
                break;
            default:
                base.ReadField(name, ref body);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Complete(FieldErrors errors)
    {
        base.Complete(errors);
        if (!_hasModels)
            errors.AddMissing("models");
    }
}
