namespace Trellis.Aerostack;

/// <summary>What a client is about to be built on.</summary>
/// <param name="BaseUrl">The server's address.</param>
/// <param name="Client">
/// What sends. An <see cref="HttpClient"/> or another <see cref="HttpMessageInvoker"/> that a hook puts here stays the hook's to dispose.
/// </param>
public sealed record AerostackInit(Uri BaseUrl, HttpMessageInvoker Client);
