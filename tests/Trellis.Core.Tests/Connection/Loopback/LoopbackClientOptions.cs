namespace Trellis.Tests.Connection.Loopback;

/// <summary>The options that every client has, and no others.</summary>
internal sealed class LoopbackClientOptions() : ClientOptions(new Uri("http://127.0.0.1"), "loopback/1");
