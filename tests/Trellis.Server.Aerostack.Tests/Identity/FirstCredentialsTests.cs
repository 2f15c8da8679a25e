using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Identity;

/// <summary>What <c>credentials.json</c> holds for this platform.</summary>
public sealed class FirstCredentialsTests : ServerTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trellis-aerostack-");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_first_start_writes_a_secret_key_of_the_project_default()
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Server.DataDirectory, "credentials.json"), AerostackServer.Cancellation))!;

        file["aerostack"]!["apiKey"]!.GetValue<string>().ShouldMatch("^ac_secret_[0-9A-Za-z]{49}$");
        file["aerostack"]!["project"]!.GetValue<string>().ShouldBe("default");
        (await First.GetAsync("/v1/projects/current")).ShouldBe(200).Json["slug"]!.GetValue<string>().ShouldBe("default");
    }

    [Fact]
    public async Task A_key_that_is_still_good_is_kept_at_the_next_start()
    {
        var before = First.Key;
        await Server.DisposeAsync();

        await using var again = await AerostackServer.StartAsync(new ServerSetup { DataDirectory = _folder.FullName });

        again.First.Key.ShouldBe(before);
        (await again.First.GetAsync("/v1/projects/current")).ShouldBe(200);
    }

    [Fact]
    public async Task A_revoked_key_is_replaced_at_the_next_start()
    {
        var before = First.Key;
        var id = (await First.GetAsync("/v1/projects/keys")).Json["keys"]![0]!["id"]!.GetValue<string>();
        (await First.DeleteAsync($"/v1/projects/keys/{id}")).ShouldBe(200);
        await Server.DisposeAsync();

        await using var again = await AerostackServer.StartAsync(new ServerSetup { DataDirectory = _folder.FullName });

        again.First.Key.ShouldNotBe(before);
        (await again.First.GetAsync("/v1/projects/current")).ShouldBe(200).Json["slug"]!.GetValue<string>().ShouldBe("default");
    }

    [Fact]
    public async Task The_store_holds_no_key()
    {
        var key = First.Key;
        await Server.DisposeAsync();

        foreach (var file in _folder.GetFiles("trellis.db*"))
            (await File.ReadAllTextAsync(file.FullName, System.Text.Encoding.Latin1, AerostackServer.Cancellation)).ShouldNotContain(key);
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { DataDirectory = _folder.FullName });
}
