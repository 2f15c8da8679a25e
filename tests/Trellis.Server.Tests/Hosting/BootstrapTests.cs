using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.Hosting;

public sealed class BootstrapTests
{
    [Fact]
    public async Task The_first_start_writes_down_the_address_and_each_modules_section()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data, Minting("probe", "first"));
        Read(data).ToJsonString().ShouldBe($$$"""{"url":"{{{Address(server)}}}","probe":{"token":"first"}}""");
        server.Credentials!.Reveal("probe", "token").ShouldBe("first");
    }

    [Fact]
    public async Task A_later_start_keeps_what_the_module_keeps_and_follows_the_address()
    {
        using var data = new TemporaryDirectory();
        await using (await StartAsync(data, Minting("probe", "first")))
        {
        }

        await using var server = await StartAsync(data, Minting("probe", "second"));
        Read(data).ToJsonString().ShouldBe($$$"""{"url":"{{{Address(server)}}}","probe":{"token":"first"}}""");
    }

    [Fact]
    public async Task A_module_that_arrives_later_adds_its_section()
    {
        using var data = new TemporaryDirectory();
        await using (await StartAsync(data, Minting("probe", "first")))
        {
        }

        await using var server = await StartAsync(data, Minting("probe", "second"), Minting("later", "third"));
        server.Credentials!.Reveal("probe", "token").ShouldBe("first");
        server.Credentials.Reveal("later", "token").ShouldBe("third");
    }

    [Fact]
    public async Task The_section_of_a_module_that_is_gone_stays()
    {
        using var data = new TemporaryDirectory();
        await using (await StartAsync(data, Minting("gone", "first")))
        {
        }

        await using var server = await StartAsync(data, Minting("probe", "second"));
        server.Credentials!.Reveal("gone", "token").ShouldBe("first");
    }

    [Fact]
    public async Task A_module_may_renew_its_section()
    {
        using var data = new TemporaryDirectory();
        await using (await StartAsync(data, Minting("probe", "first")))
        {
        }

        var renewing = new ProbeModule { Bootstrap = static _ => new JsonObject { ["token"] = "renewed" } };
        await using var server = await StartAsync(data, renewing);
        server.Credentials!.Reveal("probe", "token").ShouldBe("renewed");
    }

    [Fact]
    public async Task There_is_one_organisation_and_its_number_is_one()
    {
        using var data = new TemporaryDirectory();
        var seen = new List<long>();
        for (var start = 0; start < 2; start++)
        {
            await using var server = await StartAsync(data, new ProbeModule
            {
                Bootstrap = context =>
                {
                    seen.Add(context.OrganisationId);
                    return null;
                },
            });
        }

        seen.ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Without_bootstrap_no_credentials_are_made()
    {
        using var data = new TemporaryDirectory();
        var options = new TrellisServerOptions { DataDirectory = data.Path, Bootstrap = false, Modules = [Minting("probe", "first")] };
        await using var server = await TrellisServer.StartAsync(options, TestContext.Current.CancellationToken);
        server.Credentials.ShouldBeNull();
        File.Exists(data.File("credentials.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Credentials_print_none_of_their_secrets()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data, Minting("probe", "hush"));
        $"{server.Credentials}".ShouldNotContain("hush");
    }

    private static ProbeModule Minting(string name, string token) => new()
    {
        Name = name,
        OwnedPaths = [],
        Bootstrap = context => context.Existing ?? new JsonObject { ["token"] = token },
    };

    private static Task<TrellisServer> StartAsync(TemporaryDirectory data, params ProbeModule[] modules) =>
        TrellisServer.StartAsync(new() { DataDirectory = data.Path, Modules = modules }, TestContext.Current.CancellationToken);

    private static string Address(TrellisServer server) => server.Url.ToString().TrimEnd('/');

    private static JsonNode Read(TemporaryDirectory data) => JsonNode.Parse(File.ReadAllText(data.File("credentials.json")))!;
}
