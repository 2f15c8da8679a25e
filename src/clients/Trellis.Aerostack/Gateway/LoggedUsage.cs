namespace Trellis.Aerostack;

/// <summary>What became of use that was to be billed. Contract section 2.2.7.</summary>
/// <param name="Success">Whether the server says that it was written down, in so many words.</param>
/// <param name="LoggedUnits">How many units were; as many as were sent when the server does not say.</param>
public sealed record LoggedUsage(bool Success, long LoggedUnits);
