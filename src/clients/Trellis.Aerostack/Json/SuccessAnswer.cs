namespace Trellis.Aerostack;

/// <summary>Whether something was done.</summary>
public sealed record SuccessAnswer : AerostackAnswer
{
    /// <summary>Whether it was done; <see langword="null"/> when the server does not say.</summary>
    public bool? Success { get; init; }
}
