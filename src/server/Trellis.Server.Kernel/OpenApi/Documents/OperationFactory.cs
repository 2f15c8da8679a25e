using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Trellis.Server.Kernel.OpenApi;

/// <summary>Makes operations of a document.</summary>
internal sealed class OperationFactory(OpenApiDocument document)
{
    private const string Json = "application/json";
    private const string Unauthorized = "401";

    /// <summary>Makes an operation.</summary>
    /// <param name="route">Where it is.</param>
    /// <param name="description">What is said about it.</param>
    /// <param name="number">Which of its places this is, from 1: all but the first have a number behind their name, since names are unique.</param>
    public OpenApiOperation Create(ApiRoute route, OperationDescription description, int number) => new()
    {
        OperationId = number == 1 ? description.Id : string.Create(CultureInfo.InvariantCulture, $"{description.Id}_{number}"),
        Summary = description.Summary,
        Tags = new HashSet<OpenApiTagReference> { new(description.Feature, document) },
        Parameters =
        [
            .. PathParameters(route),
            .. Parameters(description.Query, ParameterLocation.Query),
            .. Parameters(description.Headers, ParameterLocation.Header),
        ],
        RequestBody = description.Body is { } body ? new OpenApiRequestBody { Required = body.IsRequired, Content = Content(body) } : null,
        Responses = Answers(route, description),
        Security = Security(CredentialsOf(route, description)),
    };

    /// <summary>Makes an operation of which nothing is known but that it is there.</summary>
    public static OpenApiOperation CreateUnknown(ApiRoute route) => new()
    {
        Parameters = [.. PathParameters(route)],
        Responses = new OpenApiResponses { ["default"] = new OpenApiResponse { Description = "An answer." } },
    };

    private static IReadOnlyList<string> CredentialsOf(ApiRoute route, OperationDescription description) =>
        route.Credentials.Names.Count > 0 ? route.Credentials.Names : description.Credentials;

    private List<OpenApiSecurityRequirement> Security(IEnumerable<string> credentials) =>
        [.. credentials.Select(name => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, document)] = [] })];

    private static IEnumerable<IOpenApiParameter> PathParameters(ApiRoute route) => route.Pattern.Parameters.Select(static parameter => new OpenApiParameter
    {
        Name = parameter.Name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static IEnumerable<IOpenApiParameter> Parameters(IOpenApiSchema? shape, ParameterLocation location) =>
        shape?.Properties?.Select(pair => new OpenApiParameter
        {
            Name = pair.Key, In = location, Required = shape.Required?.Contains(pair.Key) ?? false, Schema = pair.Value,
        }) ?? [];

    private OpenApiResponses Answers(ApiRoute route, OperationDescription description)
    {
        var answers = new OpenApiResponses();
        foreach (var contents in description.Answers.GroupBy(static answer => answer.Status, static answer => answer.Content))
        {
            answers.Add(contents.Key, new OpenApiResponse
            {
                Description = ReasonOf(contents.Key),
                Content = contents.OfType<ContentDescription>().ToDictionary(static content => content.MediaType, MediaTypeOf),
            });
        }

        // Whatever else goes wrong (a limit, an unknown path, a failure inside) has the platform's shape too.
        var errors = CredentialsOf(route, description).Count > 0 ? description.Errors.Append(Unauthorized) : description.Errors;
        foreach (var status in errors.Distinct().Order(StringComparer.Ordinal))
            answers.Add(status, Error(ReasonOf(status), description.Error));
        answers.Add("default", Error("Any other error.", description.Error));
        return answers;
    }

    private OpenApiResponse Error(string reason, string shape) => new()
    {
        Description = reason,
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(shape, document) } },
    };

    private static Dictionary<string, OpenApiMediaType> Content(ContentDescription content) => new() { [content.MediaType] = MediaTypeOf(content) };

    private static OpenApiMediaType MediaTypeOf(ContentDescription content) => new OpenApiMediaType { Schema = content.Shape };

    private static string ReasonOf(string status) => ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture));
}
