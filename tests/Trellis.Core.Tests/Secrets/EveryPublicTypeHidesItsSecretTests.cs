using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Tests.Secrets;

/// <summary>Finds each public type that can hold a secret, puts one in, and tries to make the type show it.</summary>
public sealed class EveryPublicTypeHidesItsSecretTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        IncludeFields = true,
    };

    private static IEnumerable<Type> PublicTypes =>
        typeof(Secret).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: false, IsEnum: false });

    public static TheoryData<Type> Carriers => [.. PublicTypes.Where(type => SecretPlanter.TryPlant(type) is not null)];

    [Theory]
    [MemberData(nameof(Carriers))]
    public void As_text(Type type)
    {
        var carrier = SecretPlanter.TryPlant(type)!;
        ShouldHide(carrier.ToString());
        ShouldHide($"{carrier}");
        ShouldHide(new InvalidOperationException($"failed with {carrier}", carrier as Exception).ToString());
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void As_json(Type type)
    {
        try
        {
            ShouldHide(JsonSerializer.Serialize(SecretPlanter.TryPlant(type), type, Json));
        }
        catch (NotSupportedException)
        {
            // A type that has no JSON form shows nothing in it.
        }
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void In_a_log_line(Type type)
    {
        var redacted = Redactor.Default.RedactValue(SecretPlanter.TryPlant(type));
        ShouldHide(JsonTextBuilder.Write(redacted, JsonTextStyle.Readable));
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void In_a_debugger(Type type)
    {
        var carrier = SecretPlanter.TryPlant(type)!;
        if (type.GetCustomAttribute<DebuggerDisplayAttribute>() is { } display) display.Value.ShouldBe("{ToString(),nq}");
        var visible = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never);
        foreach (var field in visible) ShouldHide(field.GetValue(carrier)?.ToString());
        foreach (var property in type.GetProperties().Where(property => property.GetIndexParameters() is []))
            ShouldHide(property.GetValue(carrier)?.ToString());
    }

    [Fact]
    public void No_type_that_takes_a_secret_escapes_these_tests()
    {
        PublicTypes.Where(TakesSecret).Where(type => SecretPlanter.TryPlant(type) is null).ShouldBeEmpty();
        PublicTypes.Where(type => SecretPlanter.TryPlant(type) is not null).ShouldContain(typeof(Secret));
    }

    private static bool TakesSecret(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => SecretPlanter.TakesSecret(parameter.ParameterType, parameter.Name!))
        || type.GetProperties().Where(property => property.SetMethod is { IsPublic: true })
            .Any(property => SecretPlanter.TakesSecret(property.PropertyType, property.Name));

    private static void ShouldHide(string? text) => (text ?? string.Empty).ShouldNotContain(SecretPlanter.Text, Case.Insensitive);
}
