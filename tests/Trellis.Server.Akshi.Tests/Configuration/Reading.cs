using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Configuration.Reading;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Configuration;

/// <summary>Reads texts as if they were the file.</summary>
internal static class Reading
{
    public static RuntimeConfiguration Of(string text, FakeEnvironment? environment = null) =>
        new RuntimeFileReader(environment ?? []).Read(text, "runtime.toml", "/srv/app");

    public static AgentConfiguration Agent(string text, FakeEnvironment? environment = null) => Of("[[agents]]\n" + text, environment).Agents.ShouldHaveSingleItem();

    /// <summary>What is wrong, as it is printed.</summary>
    public static string[] Faults(string text, FakeEnvironment? environment = null) =>
        [.. Should.Throw<RuntimeConfigurationException>(() => Of(text, environment)).Faults.Select(static fault => fault.ToString())];
}
