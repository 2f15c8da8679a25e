namespace Trellis.Server.Aerostack.Tests.Support;

/// <summary>A project, asked with one of its keys.</summary>
internal sealed record ProjectClient(AerostackServer Server, string Slug, string Key)
{
    /// <summary>Sends JSON as a client writes it.</summary>
    public Task<Reply> PostAsync(string path, string? body = "{}") => Server.SendAsync("POST", path, Key, body);

    public Task<Reply> GetAsync(string path) => Server.SendAsync("GET", path, Key);

    public Task<Reply> DeleteAsync(string path) => Server.SendAsync("DELETE", path, Key);

    /// <summary>Another project of the same organisation.</summary>
    public async Task<ProjectClient> OtherProjectAsync(string slug = "other")
    {
        var made = (await PostAsync("/v1/projects", $$"""{"slug":"{{slug}}"}""")).ShouldBe(201);
        return this with { Slug = slug, Key = made.Json["apiKey"]!.GetValue<string>() };
    }

    /// <summary>The same project, asked with a public key.</summary>
    public async Task<ProjectClient> WithPublicKeyAsync()
    {
        var made = (await PostAsync("/v1/projects/keys", """{"kind":"public"}""")).ShouldBe(201);
        return this with { Key = made.Json["apiKey"]!.GetValue<string>() };
    }
}
