using System.Reflection;
using System.Text.RegularExpressions;

namespace Trellis.Documentation.Tests;

/// <summary>What a client's assembly shows, so that C# on a page can be compared with it.</summary>
/// <param name="assembly">The client's assembly.</param>
/// <param name="others">What is used together with it: the core, the cache, and the framework's assemblies whose types they show.</param>
internal sealed partial class PublicNames(Assembly assembly, IReadOnlyList<Assembly> others)
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private readonly ILookup<string, Type> _types =
        others.Prepend(assembly).SelectMany(static source => source.GetExportedTypes()).ToLookup(NameOf, StringComparer.Ordinal);

    // A framework type is named on a page; its members alone are not, or every word would be a member of something.
    private readonly IReadOnlyList<Type> _own =
    [
        .. others.Prepend(assembly).Where(static source => source.GetName().Name!.StartsWith("Trellis.", StringComparison.Ordinal))
            .SelectMany(static source => source.GetExportedTypes()),
    ];

    /// <summary>What a piece of C# names that does not exist.</summary>
    /// <param name="code">The code, as it stands on the page.</param>
    public IEnumerable<string> MissingFrom(string code)
    {
        var text = Lambda().Replace(Text().Replace(code, string.Empty), "=>");
        if (!CSharp().IsMatch(text))
            yield break;
        foreach (Match name in Name().Matches(Initializer().Replace(text, static match => match.Groups["head"].Value)))
        {
            if (Constant().IsMatch(name.Value) ? !HasConstant(name.Value) : !IsPackage(name.Value) && Resolve(name.Value).Count == 0)
                yield return name.Value;
        }

        foreach (Match call in Call().Matches(text))
        {
            var path = call.Groups["path"].Value;
            var arguments = call.Groups["arguments"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
            if (arguments.All(static argument => Argument().IsMatch(argument)) && !CanTake(path, call.Groups["new"].Success, arguments))
                yield return call.Value;
        }

        foreach (Match initializer in Initializer().Matches(text))
        {
            foreach (Match member in Name().Matches(initializer.Groups["members"].Value))
            {
                if (Member().IsMatch(initializer.Groups["members"].Value[..member.Index])
                    && !_types[initializer.Groups["type"].Value].Any(type => type.GetProperty(member.Value) is not null))
                    yield return $"{initializer.Groups["type"].Value}.{member.Value}";
            }
        }
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static Type? TypeOf(MemberInfo member) => member switch
    {
        Type type => type,
        PropertyInfo property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
        FieldInfo field => field.FieldType,
        MethodInfo method => method.ReturnType,
        _ => null,
    };

    private static bool IsShown(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetAccessors().Length > 0,
        FieldInfo field => field.IsPublic,
        MethodBase method => method.IsPublic,
        EventInfo => true,
        _ => false,
    };

    private static IEnumerable<MemberInfo> MembersOf(Type? type, string name) =>
        type?.GetMember(name, Everything).Where(IsShown) ?? [];

    /// <summary>Everything that a dotted name may mean: a type, a member of one, or a member of what a member gives.</summary>
    private List<MemberInfo> Resolve(string path)
    {
        var parts = path.Split('.');
        IEnumerable<MemberInfo> found = _types[parts[0]].Concat(_own.SelectMany(type => MembersOf(type, parts[0])));
        return [.. parts.Skip(1).Aggregate(found, static (owners, part) => owners.SelectMany(owner => MembersOf(TypeOf(owner), part)))];
    }

    private bool CanTake(string path, bool isConstruction, string[] arguments)
    {
        var methods = isConstruction ? _types[path].SelectMany(static type => type.GetConstructors()) : Resolve(path).OfType<MethodBase>();
        return methods.Any(method => arguments.All(argument =>
            method.GetParameters().Any(parameter => string.Equals(parameter.Name, argument, StringComparison.OrdinalIgnoreCase))));
    }

    private bool IsPackage(string name) => others.Prepend(assembly).Any(source => source.GetName().Name == name);

    private bool HasConstant(string value) => assembly.GetTypes()
        .SelectMany(static type => type.GetFields(Everything))
        .Any(field => field is { IsLiteral: true } && field.FieldType == typeof(string) && (string?)field.GetRawConstantValue() == value);

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Text();

    [GeneratedRegex(@"(?:async )?\w+ =>", RegexOptions.CultureInvariant)]
    private static partial Regex Lambda();

    // Command lines and JSON stand on the page too; C# has a name that begins with a capital letter, and no blank between two lower-case words.
    [GeneratedRegex(@"^(?!trellis |dotnet )(?=.*[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"(?<![\w.@-])[A-Z]\w*(?:\.[A-Z]\w*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Z]+(?:_[A-Z]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    [GeneratedRegex(@"(?<new>new )?(?<![\w.])(?<path>[A-Z]\w*(?:\.[A-Z]\w*)*)\((?<arguments>[^()]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex("^[a-z]\\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex Argument();

    [GeneratedRegex(@"(?<head>new (?<type>[A-Z]\w*)(?:\([^()]*\))?) \{(?<members>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Initializer();

    [GeneratedRegex(@"(?:^|,)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Member();
}
