using System.Collections.Concurrent;
using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>Variables that a test sets.</summary>
internal sealed class FakeEnvironment : ConcurrentDictionary<string, string>, IEnvironmentVariables
{
    public string? Find(string name) => TryGetValue(name, out var value) ? value : null;
}
