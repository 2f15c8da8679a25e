using Trellis.Server.Askii.Requests;

namespace Trellis.Server.Askii.Platform;

/// <summary>The body of <c>list-keys</c> and <c>available-models</c>: the token alone.</summary>
internal sealed class EmptyRequest : PlatformRequest
{
    private static readonly FieldTable Table = new();

    /// <inheritdoc/>
    protected override FieldTable Fields => Table;
}
