using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

/// <summary>A catalog made the way the server makes it: from configuration, through dependency injection.</summary>
internal sealed class TestCatalog : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestCatalog(ServiceProvider services) => _services = services;

    public IModelCatalog Catalog => _services.GetRequiredService<IModelCatalog>();

    public IChatModel this[string name] => Catalog.TryResolve(name, out var model) ? model : throw new KeyNotFoundException(name);

    /// <summary>The catalog of a configuration's section <c>models</c>.</summary>
    public static TestCatalog Of(string models, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddModels(Section(models));
        return new TestCatalog(services.BuildServiceProvider());
    }

    /// <summary>The catalog of one upstream with the model <c>m</c>, which it knows as <c>upstream-m</c>.</summary>
    public static TestCatalog OfUpstream(Uri url, string members = "", string limits = "", TimeProvider? time = null) => Of(
        $$"""
        {"upstreams":[{"name":"up","baseUrl":"{{url}}v1",{{members}}
          "models":[{"name":"m","upstreamName":"upstream-m","inputPerMillion":1,"outputPerMillion":2}]}]{{limits}}}
        """,
        time);

    public static IConfigurationSection Section(string models) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"models":{{models}}}""")))
        .Build()
        .GetSection("models");

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
