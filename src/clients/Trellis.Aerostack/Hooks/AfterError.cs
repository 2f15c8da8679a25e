namespace Trellis.Aerostack;

/// <summary>What a failed attempt came to, or is to come to. Contract section 5.5.</summary>
/// <param name="Response">The response, with a status from 400; <see langword="null"/> when none arrived, or for none to go on with.</param>
/// <param name="Error">Why no response arrived, or what is to be thrown; <see langword="null"/> for neither.</param>
public readonly record struct AfterError(HttpResponseMessage? Response, Exception? Error);
