namespace Trellis.Server.Kernel.Hosting;

/// <summary>Metadata of every endpoint: the module that mapped it.</summary>
/// <param name="Name">The module's <see cref="IServerModule.Name"/>.</param>
public sealed record EndpointPlatform(string Name);
