using Microsoft.OpenApi;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>
/// Makes the document of a platform: the operations are those that the server has mapped, what is said about them comes from the platform's files.
/// </summary>
internal static class OpenApiDocumentFactory
{
    private static readonly string Version = typeof(OpenApiDocumentFactory).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Makes the document.</summary>
    /// <exception cref="FormatException">A file of descriptions is wrong.</exception>
    public static OpenApiDocument Create(ApiPlatform platform, IEnumerable<ApiRoute> routes)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = platform.Title, Description = platform.Description, Version = Version },
            Servers = [new OpenApiServer { Url = "/" }],
            Paths = [],
        };
        foreach (var (name, credential) in platform.Credentials)
            document.AddComponent(name, SchemeOf(credential));

        var descriptions = new DescriptionReader(document);
        descriptions.Read(platform.Descriptions);
        document.Tags = new HashSet<OpenApiTag>(descriptions.Features.Select(static feature => new OpenApiTag { Name = feature.Name, Description = feature.Summary }));

        var places = Index(descriptions.Operations);
        var operations = new OperationFactory(document);
        foreach (var route in routes.OrderBy(static route => route.Path, StringComparer.Ordinal).ThenBy(static route => route.Method, StringComparer.Ordinal))
        {
            if (!document.Paths.TryGetValue(route.Path, out var item))
                document.Paths.Add(route.Path, item = new OpenApiPathItem { Operations = [] });
            var (description, number) = places.GetValueOrDefault((route.Method, route.Template));
            ((OpenApiPathItem)item).AddOperation(
                HttpMethod.Parse(route.Method), description is null ? OperationFactory.CreateUnknown(route) : operations.Create(route, description, number));
        }

        return document;
    }

    private static Dictionary<(string Method, string Template), (OperationDescription Description, int Number)> Index(IEnumerable<OperationDescription> operations)
    {
        var places = new Dictionary<(string, string), (OperationDescription, int)>();
        foreach (var operation in operations)
        {
            for (var number = 0; number < operation.Places.Count; number++)
            {
                if (!places.TryAdd(operation.Places[number], (operation, number + 1)))
                    throw new FormatException($"{operation.Places[number]} is described twice, the second time as '{operation.Id}'.");
            }
        }

        return places;
    }

    private static OpenApiSecurityScheme SchemeOf(ApiCredential credential) => credential.Header is null
        ? new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = credential.Description }
        : new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = credential.Header, Description = credential.Description,
        };
}
