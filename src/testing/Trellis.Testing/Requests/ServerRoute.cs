using Trellis.Server.Kernel.Faults;

namespace Trellis.Testing;

/// <summary>Reads a route as tests write it.</summary>
internal static class ServerRoute
{
    /// <exception cref="ArgumentException">The text is no route.</exception>
    public static FaultRoute Parse(string route) => FaultRoute.TryParse(route) ?? throw new ArgumentException(
        $"'{route}' is not a method, one space and a path, as in 'POST /platform/list-keys'; * stands for any run of characters.", nameof(route));
}
