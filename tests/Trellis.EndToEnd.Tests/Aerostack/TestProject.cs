using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>A project of a test.</summary>
/// <param name="Url">Where its server is, with <c>/v1</c>.</param>
/// <param name="Slug">What it is called.</param>
/// <param name="Key">Its secret key.</param>
internal sealed record TestProject(Uri Url, string Slug, string Key)
{
    /// <summary>What a shell has after <c>eval "$(trellis-server env)"</c>.</summary>
    public Dictionary<string, string> Environment => new() { ["AEROSTACK_SERVER_URL"] = Url.ToString(), ["AEROSTACK_API_KEY"] = Key };

    /// <summary>The real client.</summary>
    public AerostackClient Client(Action<AerostackClientOptions>? configure = null)
    {
        var options = new AerostackClientOptions { BaseUrl = Url, ApiKey = Key, AttemptTimeout = Patience.Long };
        configure?.Invoke(options);
        return new AerostackClient(options);
    }

    /// <summary>Runs <c>trellis aerostack</c> in a process of its own.</summary>
    public Task<ProgramRun> CommandLineAsync(params string[] arguments) =>
        ProgramRun.OfAsync(BuiltPrograms.CommandLine, ["aerostack", .. arguments], Environment);
}
