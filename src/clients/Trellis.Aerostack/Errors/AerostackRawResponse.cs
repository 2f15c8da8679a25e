namespace Trellis.Aerostack;

/// <summary>
/// A response as it came. Its headers and its body are not masked: do not log them. Immutable.
/// </summary>
public sealed class AerostackRawResponse
{
    internal AerostackRawResponse(Uri address, int status, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, string maskedBody) =>
        (Address, Status, Headers, Body, MaskedBody) = (address, status, headers, body, maskedBody);

    /// <summary>Where the request went.</summary>
    public Uri Address { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>All headers, names in any case, repeated values joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body's bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    internal string MaskedBody { get; }

    /// <summary>The status and the size, nothing that could be secret.</summary>
    public override string ToString() => $"AerostackRawResponse {{ Status = {Status}, Body = {Body.Length} bytes }}";
}
