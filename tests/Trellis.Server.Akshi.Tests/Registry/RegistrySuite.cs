using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Registry;

/// <summary>The registry of packages, on any engine.</summary>
public abstract class RegistrySuite : ServerTest
{
    private const string Path = "/api/v1/registry/packages";

    private static readonly byte[] Module = Encoding.ASCII.GetBytes("\0asm module");
    private static readonly string Checksum = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Module))}";

    [Fact]
    public async Task A_published_version_is_listed_with_its_checksum()
    {
        var published = (await PublishAsync("log-monitor", "1.0.0")).ShouldBe(201);

        JsonNode.DeepEquals(
            published.Json,
            JsonNode.Parse($$"""{"id":"log-monitor","version":"1.0.0","checksum":"{{Checksum}}","published_at":"2026-01-01T00:00:00Z"}"""))
            .ShouldBeTrue(published.Text);
        (await Server.GetAsync(Path)).ShouldAnswer(
            $$"""
            [{"id":"log-monitor","version":"1.0.0","description":"Watches logs","wasm_size_bytes":{{Module.Length}},
              "published_at":"2026-01-01T00:00:00Z","checksum":"{{Checksum}}"}]
            """);
    }

    [Fact]
    public async Task The_newest_version_is_the_one_of_the_highest_precedence()
    {
        string[] versions = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.9.0", "1.10.0"];
        foreach (var version in versions.Reverse())
            (await PublishAsync("p", version)).ShouldBe(201);

        var package = (await Server.GetAsync($"{Path}/p")).ShouldBe(200).Json;
        package["version"]!.GetValue<string>().ShouldBe("1.10.0");
        package["versions"]!.AsArray().Select(static version => version!.GetValue<string>()).ShouldBe(versions);
        (await Server.GetAsync(Path)).Array.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_version_never_changes()
    {
        (await PublishAsync("p", "1.0.0")).ShouldBe(201);

        (await PublishAsync("p", "1.0.0", "another module"u8.ToArray())).ShouldBeRefused(409, "conflict");
        (await Server.GetAsync($"{Path}/p")).Json["checksum"]!.GetValue<string>().ShouldBe(Checksum);
        (await Server.AuditAsync("package_published")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("p", "1.0")]
    [InlineData("p", "v1.0.0")]
    [InlineData("p", "01.0.0")]
    [InlineData("p", "1.0.0-01")]
    [InlineData("p", "1.0.0\n")]
    [InlineData("../p", "1.0.0")]
    [InlineData("", "1.0.0")]
    public async Task What_is_no_id_or_no_version_is_refused(string id, string version) =>
        (await PublishAsync(id, version)).ShouldBeRefused(400, "bad_request");

    [Fact]
    public async Task The_parts_must_be_there_and_the_form_whole()
    {
        (await SendAsync(new MultipartFormDataContent { { new StringContent("p"), "id" }, { new StringContent("1.0.0"), "version" } }))
            .ShouldBeRefused(400, "bad_request").Detail.ShouldContain("'wasm'");
        (await SendAsync(new StringContent("{}", Encoding.UTF8, "application/json"))).ShouldBeRefused(415, "unsupported_media_type");

        var cut = new StringContent("--x\r\nContent-Disposition: form-data; name=\"wasm\"; filename=\"m\"\r\n\r\nbytes", Encoding.UTF8);
        cut.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await SendAsync(cut)).ShouldBeRefused(400, "bad_request");
    }

    [Fact]
    public async Task A_module_may_be_longer_than_other_bodies() =>
        (await PublishAsync("large", "1.0.0", new byte[3 << 20])).ShouldBe(201);

    [Fact]
    public async Task An_unknown_package_is_not_found() => (await Server.GetAsync($"{Path}/nothing")).ShouldBeRefused(404, "not_found");

    private Task<Reply> PublishAsync(string id, string version, byte[]? module = null) => SendAsync(new MultipartFormDataContent
    {
        { new ByteArrayContent(module ?? Module), "wasm", "module.wasm" },
        { new StringContent(id), "id" },
        { new StringContent(version), "version" },
        { new StringContent("Watches logs"), "description" },
    });

    private Task<Reply> SendAsync(HttpContent content) => Server.SendAsync("POST", Path, null, request =>
    {
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Server.Token);
        request.Content = content;
    });
}
