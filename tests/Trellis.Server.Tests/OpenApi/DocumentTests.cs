using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Tests.OpenApi;

public sealed class DocumentTests(PlatformServer platforms) : IClassFixture<PlatformServer>
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "head", "patch"];

    public static TheoryData<string> Platforms => ["askii", "akshi", "aerostack", "ascend"];

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task The_document_is_OpenAPI_3_1_without_a_fault(string platform)
    {
        var result = OpenApiDocument.Parse(await platforms.TextAsync(platform), OpenApiConstants.Json);
        result.Diagnostic.ShouldNotBeNull().SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        result.Diagnostic.Errors.ShouldBeEmpty();
        result.Diagnostic.Warnings.ShouldBeEmpty();
        result.Document.ShouldNotBeNull().Paths.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task What_the_server_has_mapped_is_what_the_document_has(string platform)
    {
        var mapped =
            from endpoint in platforms.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<EndpointPlatform>()?.Name == platform
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            where method != "CONNECT"
            select $"{method.ToLowerInvariant()} {Path(endpoint.RoutePattern.RawText!)}";
        (await OperationsAsync(platform)).Select(static operation => $"{operation.Method} {operation.Path}").Order().ShouldBe(mapped.Order());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Each_operation_has_a_name_a_part_a_sentence_and_its_path_parameters(string platform)
    {
        var operations = await OperationsAsync(platform);
        operations.Select(static operation => operation.Node["operationId"]?.GetValue<string>()).ShouldBeUnique();
        foreach (var (method, path, operation) in operations)
        {
            operation["operationId"].ShouldNotBeNull($"{method} {path}");
            operation["tags"].ShouldNotBeNull($"{method} {path}").AsArray().Count.ShouldBe(1);
            operation["summary"].ShouldNotBeNull($"{method} {path}").GetValue<string>().ShouldEndWith(".");
            var parameters = (operation["parameters"] as JsonArray ?? []).Where(static parameter => parameter!["in"]!.GetValue<string>() == "path");
            parameters.Select(static parameter => $"{{{parameter!["name"]}}}").ShouldAllBe(name => path.Contains(name, StringComparison.Ordinal));
            parameters.Count().ShouldBe(path.Count(static letter => letter == '{'));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Each_operation_says_how_it_succeeds_and_how_it_fails(string platform)
    {
        foreach (var (method, path, operation) in await OperationsAsync(platform))
        {
            var answers = operation["responses"]!.AsObject();
            answers.ShouldContain(static answer => answer.Key[0] < '4', $"{method} {path}");
            foreach (var (status, answer) in answers.Where(static answer => answer.Key[0] >= '4'))
                answer!["content"]?["application/json"]?["schema"].ShouldNotBeNull($"{method} {path}: {status}");
            answers.ContainsKey("default").ShouldBeTrue($"{method} {path}");
            if (operation["security"] is JsonArray { Count: > 0 })
                answers.ContainsKey("401").ShouldBeTrue($"{method} {path}");
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_document_is_for_anybody_and_tells_no_secret(string platform)
    {
        var text = await platforms.TextAsync(platform);
        foreach (var (name, secret) in new[] { ("askii", "token"), ("akshi", "token"), ("aerostack", "apiKey"), ("ascend", "apiKey"), ("ascend", "adminToken") })
            text.ShouldNotContain(platforms.Server.Credentials!.Reveal(name, secret));
    }

    [Fact]
    public async Task A_document_that_the_caller_has_is_not_sent_again()
    {
        using var first = await platforms.Client.GetAsync("/openapi/ascend.json", TestContext.Current.CancellationToken);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var tag = first.Headers.ETag.ShouldNotBeNull();
        (await StatusAsync(tag)).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(new EntityTagHeaderValue(tag.Tag, isWeak: true))).ShouldBe(HttpStatusCode.NotModified);
        (await StatusAsync(new EntityTagHeaderValue("\"other\""))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task There_is_no_document_of_a_platform_that_is_not_there()
    {
        using var response = await platforms.Client.GetAsync("/openapi/other.json", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpStatusCode> StatusAsync(EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/ascend.json");
        request.Headers.IfNoneMatch.Add(tag);
        using var response = await platforms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task<IReadOnlyList<(string Method, string Path, JsonNode Node)>> OperationsAsync(string platform) =>
    [
        .. from item in JsonNode.Parse(await platforms.TextAsync(platform))!["paths"]!.AsObject()
           from operation in item.Value!.AsObject()
           where Verbs.Contains(operation.Key)
           select (operation.Key, item.Key, operation.Value!),
    ];

    // The document has no parameters that take the rest of a path.
    private static string Path(string template) => "/" + template.TrimStart('/').Replace("**", "", StringComparison.Ordinal);
}
