using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Trellis.PublicApi.Tests;

/// <summary>
/// What an assembly shows to its users, one line a member, in an order that does not depend on the compiler. The classes that are made of .razor
/// files are left out: they are pages, and public because nothing else can be made of such a file.
/// </summary>
internal static class ApiListing
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().Where(static type => !typeof(IComponent).IsAssignableFrom(type)).SelectMany(static type => Members(type).Prepend(TypeLine(type))).Order(StringComparer.Ordinal)];

    private static string TypeLine(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : "class";
        var form = kind != "class" ? "" : type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        string[] bases = [.. new[] { type.BaseType }.Where(static parent => parent is not null && parent != typeof(object) && parent.Namespace != "System").Concat(type.GetInterfaces().Where(static contract => contract.IsPublic)).Select(static parent => ApiNames.Of(parent!)).Order(StringComparer.Ordinal)];
        return $"{ApiNames.Of(type)} : {form}{kind}{(bases.Length == 0 ? "" : $" ({string.Join(", ", bases)})")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        var name = ApiNames.Of(type);
        foreach (var field in type.GetFields(Own).Where(static field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName))
            yield return $"{name}.{field.Name} : {(field.IsLiteral ? $"const {ApiNames.Of(field.FieldType)} = {field.GetRawConstantValue()}" : ApiNames.Of(field.FieldType))}";
        foreach (var method in type.GetMethods(Own).Where(IsShown))
            yield return $"{name}.{method.Name}{Generic(method)}({Parameters(method)}) : {(method.IsStatic ? "static " : "")}{ApiNames.Of(method.ReturnType)}";
        foreach (var constructor in type.GetConstructors(Own).Where(static constructor => IsShown(constructor) && !constructor.IsStatic))
            yield return $"{name}.ctor({Parameters(constructor)})";
    }

    private static bool IsShown(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null | method.IsSpecialName;

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static parameter =>
        $"{ApiNames.Of(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = " + (parameter.HasDefaultValue ? parameter.DefaultValue ?? "default" : "default") : "")}"));
}
