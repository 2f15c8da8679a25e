namespace Trellis.Server.Kernel.Hosting;

/// <summary>
/// By what a server is told apart from others on the same store: it marks what the server holds there for a while, so that after a crash the
/// same server can give it back.
/// </summary>
/// <param name="Id">The same after each start on the same data directory, which no two servers use at once. No secret.</param>
public sealed record ServerIdentity(string Id);
